"""Types of other ontologies that say the same as one of ours, or of KAIROS at two levels."""

from __future__ import annotations

# KAIROS to ours: only where nearly every mention fits.
OURS = {
    "ArtifactExistence.DamageDestroyDisableDismantle": "ASSAULT",
    "Conflict.Attack": "ASSAULT",
    "Conflict.Defeat": "ASSAULT",
    "Conflict.Demonstrate": "PROTEST",
    "Contact.ThreatenCoerce": "THREATEN",
    "Justice.ArrestJailDetain": "COERCE",
    "Justice.ChargeIndict": "ACCUSE",
    "Justice.Convict": "SANCTION",
    "Justice.InvestigateCrime": "ACCUSE",
    "Justice.ReleaseParole": "RETREAT",
    "Justice.Sentence": "SANCTION",
    "Life.Die": "ASSAULT",
    "Life.Injure": "ASSAULT",
    "Transaction.Donation": "AID",
}
# Beginnings of RAMS types (AIDA's ontology, 2018) to KAIROS.
RAMS = {
    "artifactexistence.damagedestroy": "ArtifactExistence.DamageDestroyDisableDismantle",
    "conflict.attack": "Conflict.Attack",
    "conflict.demonstrate": "Conflict.Demonstrate",
    "contact.collaborate": "Contact.Contact",
    "contact.commandorder": "Contact.RequestCommand",
    "contact.discussion": "Contact.Contact",
    "contact.negotiate": "Contact.Contact",
    "contact.publicstatementinperson": "Contact.Contact",
    "contact.requestadvise": "Contact.RequestCommand",
    "contact.threatencoerce": "Contact.ThreatenCoerce",
    "disaster.accidentcrash": "Disaster.Crash",
    "inspection.sensoryobserve": "Cognitive.Inspection",
    "justice.arrestjaildetain": "Justice.ArrestJailDetain",
    "justice.initiatejudicialprocess.chargeindict": "Justice.ChargeIndict",
    "justice.initiatejudicialprocess.trialhearing": "Justice.TrialHearing",
    "justice.investigate": "Justice.InvestigateCrime",
    "justice.judicialconsequences.convict": "Justice.Convict",
    "justice.judicialconsequences.execute": "Life.Die",
    "life.die": "Life.Die",
    "life.injure.illnessdegradationsickness": "",
    "life.injure": "Life.Injure",
    "manufacture.artifact": "ArtifactExistence.ManufactureAssemble",
    "movement.transportartifact": "Movement.Transportation",
    "movement.transportperson": "Movement.Transportation",
    "personnel.endposition": "Personnel.EndPosition",
    "personnel.startposition": "Personnel.StartPosition",
    "transaction.transferownership": "Transaction.ExchangeBuySell",
}


def of_rams(kind: str) -> str | None:
    """The KAIROS type of a RAMS type, or ``None``; the most exact row counts."""
    return max(((k, v) for k, v in RAMS.items() if kind.startswith(k)), default=("", ""))[1] or None
