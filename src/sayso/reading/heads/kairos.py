"""Labels of the KAIROS ontology at two levels (Li, Ji and Han 2021), under which WikiEvents marks events.

The reader of articles does not use them; training and measuring on WikiEvents do.
"""

from __future__ import annotations

TYPES = (
    "ArtifactExistence.DamageDestroyDisableDismantle",
    "ArtifactExistence.ManufactureAssemble",
    "Cognitive.IdentifyCategorize",
    "Cognitive.Inspection",
    "Cognitive.Research",
    "Cognitive.TeachingTrainingLearning",
    "Conflict.Attack",
    "Conflict.Defeat",
    "Conflict.Demonstrate",
    "Contact.Contact",
    "Contact.RequestCommand",
    "Contact.ThreatenCoerce",
    "Control.ImpedeInterfereWith",
    "Disaster.Crash",
    "Disaster.DiseaseOutbreak",
    "GenericCrime.GenericCrime",
    "Justice.Acquit",
    "Justice.ArrestJailDetain",
    "Justice.ChargeIndict",
    "Justice.Convict",
    "Justice.InvestigateCrime",
    "Justice.ReleaseParole",
    "Justice.Sentence",
    "Justice.TrialHearing",
    "Life.Die",
    "Life.Infect",
    "Life.Injure",
    "Medical.Intervention",
    "Movement.Transportation",
    "Personnel.EndPosition",
    "Personnel.StartPosition",
    "Transaction.Donation",
    "Transaction.ExchangeBuySell",
)
ROLES = (
    *("AcquiredEntity", "Artifact", "Attacker", "BodyPart", "Communicator", "Components", "CrashObject", "Damager"),
    *("DamagerDestroyer", "Defeated", "Defendant", "Demonstrator", "Destination", "Destroyer", "Detainee", "Disabler"),
    *("Disease", "Dismantler", "Employee", "ExplosiveDevice", "Giver", "IdentifiedObject", "IdentifiedRole"),
    *("Identifier", "Impeder", "Injurer", "Instrument", "Investigator", "Jailer", "JudgeCourt", "Killer", "Learner"),
    *("ManufacturerAssembler", "ObservedEntity", "Observer", "Origin", "Participant", "PassengerArtifact", "Patient"),
    *("PaymentBarter", "Perpetrator", "Place", "PlaceOfEmployment", "Preventer", "Prosecutor", "Recipient"),
    *("Researcher", "Subject", "Target", "TeacherTrainer", "Topic", "Transporter", "Treater", "Vehicle", "Victim"),
    "Victor",
)
