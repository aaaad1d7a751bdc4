"""The table of figures: what was reached, the goal, the anchor to beat; written to docs/benchmarks.md."""

from __future__ import annotations

from dataclasses import dataclass

Figures = dict[str, float | None]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where its figure comes from, what it should be, and what others reach. ``lower`` is better if set."""

    key: str
    label: str
    goal: float | None
    anchor: str
    lower: bool = False
    digits: int = 3


def _stories(split: str, which: str) -> tuple[Line, ...]:
    """The lines of one half of the story bench."""
    rows = (
        ("bcubed_f1", f"{which}: claim clusters, B-cubed F1", 0.85),
        ("root_f1", "the same, origins, F1", 0.85),
        ("bounds_exact", "the same, bounds exactly right", 0.8),
        ("least_exact", "the same, lower bound of support right", None),
        ("standing", "the same, standing right", 0.9),
        ("false_corroboration", "the same, single-origin claims called corroborated", 0.02),
        ("outlets_exact", "the same, counting outlets: right", None),
        ("outlets_false_corroboration", "the same, counting outlets: called corroborated", None),
        ("texts_exact", "the same, counting texts: right", None),
        ("texts_false_corroboration", "the same, counting texts: called corroborated", None),
    )
    return tuple(Line(f"weighing.{split}_{key}", label, goal, "", "false" in key) for key, label, goal in rows)


ZERO_SHOT = ("zero-shot roberta-large .835; TF-IDF SVM .742", "zero-shot roberta-large .821; TF-IDF SVM .712")
LINES = (
    Line("polnear.overlap_f1", "PolNeAR, whole attribution, overlap F1", 0.82, "people .787; runnable rules .481"),
    Line("polnear.exact_f1", "PolNeAR, whole attribution, exact F1", 0.60, "people .581"),
    Line("polnear.linking", "PolNeAR, source right given content", 0.95, "people .924; GenderGapTracker rules .813"),
    Line(
        "polnear.source_fragment_f1",
        "PolNeAR, source, exact fragment F1",
        0.84,
        "CofeNet on BERT-base .832; people .779",
    ),
    Line("polnear.cue_fragment_f1", "PolNeAR, cue, exact fragment F1", 0.76, "CofeNet .753; people .706"),
    Line("polnear.content_fragment_f1", "PolNeAR, content, exact fragment F1", 0.74, "CofeNet .729; people .710"),
    Line("polnear.source_token_f1", "PolNeAR, source, token F1", None, "people .81"),
    Line("polnear.cue_token_f1", "PolNeAR, cue, token F1", None, "people .69"),
    Line("polnear.content_token_f1", "PolNeAR, content, token F1", None, "people .92"),
    Line("polnear.recall_direct", "PolNeAR, recall of direct speech", 0.97, "people .98"),
    Line("polnear.recall_mixed", "PolNeAR, recall of mixed speech", 0.92, "people .90"),
    Line("polnear.recall_indirect", "PolNeAR, recall of indirect speech", 0.75, "people .73"),
    Line("respun.overlap_f1", "PolNeAR respun (40 % of words), overlap F1", None, ""),
    Line("respun.loss", "loss of overlap F1 on respun copies", 0.05, "", lower=True),
    Line("gum.overlap_f1", "GUM attribution, overlap F1", 0.65, "none published"),
    Line("gum.nested_found", "GUM, nested attributions found", 0.60, "none published"),
    Line("gum.nested_linked", "GUM, nested attributions found as nested", None, ""),
    Line("gum.polarity_macro_f1", "GUM, polarity macro F1", 0.80, "none published"),
    Line("conflict.root", "conflict set, root source right (kind, and name letter for letter)", 0.90, ""),
    Line("conflict.root_voice", "conflict set, root is the same voice, its name longer or shorter", None, ""),
    Line("conflict.overlap_f1", "conflict set, overlap F1", None, ""),
    Line("conflict.parent", "conflict set, parent right (of all gold)", None, ""),
    Line("conflict.polarity_macro_f1", "conflict set, polarity macro F1", None, ""),
    Line("conflict.root_given_spans", "conflict set, root right when spans are given", None, ""),
    Line(
        "entities.uner_ewt_exact_f1",
        "names, UNER-EWT, exact F1",
        0.84,
        "XLM-R large .86 on its test; names memorised .42",
    ),
    Line("entities.crossner_politics_exact_f1", "names, CrossNER politics, exact F1", None, ""),
    Line("entities.re3d_exact_f1", "names, re3d, exact F1", None, ""),
    Line("entities.wikigold_exact_f1", "names, WikiGold, exact F1", None, ""),
    Line("entities.gum_entities_exact_f1", "names, GUM, exact F1", None, ""),
    Line("eventtype.plv_accuracy", "PLV, type given the pair, accuracy (rows kept back)", 0.87, ZERO_SHOT[0]),
    Line("eventtype.plv_macro_f1", "PLV, type given the pair, macro F1", 0.85, ZERO_SHOT[1]),
    Line("wikievents.trigger_type_f1", "WikiEvents, trigger and type F1", 0.62, "word list .48"),
    Line("wikievents.trigger_f1", "WikiEvents, trigger F1", None, ""),
    Line("wikievents.argument_head_f1", "WikiEvents, argument head F1, end to end", 0.45, ""),
    Line("events.event_f1", "conflict set, events (type, actor, recipient) F1", 0.75, ""),
    Line("events.bound_event_f1", "the same, linked from gold mentions", None, ""),
    Line("events.told_f1", "the same, and a trigger overlaps", None, ""),
    Line("events.actor_f1", "conflict set, events (type, actor) F1", None, ""),
    Line("events.trigger_f1", "conflict set, events (type, a trigger overlaps) F1", None, ""),
    Line("events.status_errors", "did-not, planned, conditional, denied taken as happened", 0.05, "", lower=True),
    Line("events.status_overcautious", "happened taken as one of these", None, "", lower=True),
    Line("events.occurrence_accuracy", "conflict set, happened or did not, accuracy", None, ""),
    Line("events.phase_accuracy", "conflict set, past, ongoing, planned, background, accuracy", None, ""),
    Line("events.reality_accuracy", "conflict set, asserted, reported, conditional, denied, accuracy", None, ""),
    Line("events.certainty_accuracy", "conflict set, certainty, accuracy", None, ""),
    Line("events.stance_accuracy", "conflict set, the article's stance, accuracy (nearly all: none)", None, ""),
    Line("events.mode_accuracy", "conflict set, mode, accuracy", None, ""),
    Line("events.argument_head_f1", "conflict set, argument head F1, end to end", None, ""),
    Line("events.coreference_f1", "conflict set, events, CoNLL F1, end to end", None, ""),
    Line("events.country_f1", "conflict set, country of events, F1", None, ""),
    Line("events.time_f1", "conflict set, time of events, F1", None, ""),
    Line("factuality.uds_ih2_r", "UDS-IH2, Pearson r", 0.91, "DLGRN .912"),
    Line("factuality.uds_ih2_mae", "UDS-IH2, mean absolute error", 0.72, "DLGRN .722", lower=True),
    Line("factuality.meantime_factuality_r", "MEANTIME, Pearson r", 0.52, "DLGRN .516"),
    Line("factuality.meantime_factuality_not_factual_f1", "MEANTIME, F1 of what is not factual", 0.52, ""),
    Line("coref.pronoun_root", "conflict set, pronoun sources, root right", 0.90, ""),
    Line("coref.gum_news_conll_keep", "actors, GUM news and interview, CoNLL F1, singletons kept", None, ""),
    Line("coref.gum_news_conll_drop", "the same, singletons dropped", None, ""),
    Line("coref.probe_recall", "actor keys, probe of spellings, pairs joined", None, ""),
    Line("coref.probe_precision", "the same, precision", None, ""),
    Line("time.aquaint_timeml_value_f1", "times, AQUAINT, value F1", 0.80, "HeidelTime .729"),
    Line("time.aquaint_timeml_relaxed_f1", "times, AQUAINT, relaxed F1", 0.93, "HeidelTime .925"),
    Line("time.gum_dates_interval_accuracy", "times, GUM, interval right, spans given", 0.85, "HeidelTime .714"),
    Line("time.eventstoryline_time_interval_accuracy", "times, EventStoryLine, interval right, spans given", None, ""),
    Line("time.probe_mean_iou", "times, event-relative probe, mean IoU", 0.70, "HeidelTime 0 of 9"),
    Line("time.probe_precision", "times, event-relative probe, precision", 0.90, ""),
    Line("place.lgl_a161", "places, LGL, given spans, A@161", 0.80, "population prior with context .714"),
    Line("place.lgl_country", "places, LGL, right country", 0.93, "the same .874"),
    Line("place.geovirus_a161", "places, GeoVirus, given spans, A@161", 0.82, "the same .763"),
    Line("place.geovirus_country", "places, GeoVirus, right country", 0.95, "the same .914"),
    Line("place.lgl_end_to_end_f1", "places, LGL, end to end, F1", None, ""),
    Line("place.geovirus_end_to_end_f1", "places, GeoVirus, end to end, F1", None, ""),
    Line("place.probe_found", "places, probe of conflict names, found", 0.97, ""),
    Line("place.probe_country", "places, probe of conflict names, right country", 0.95, ""),
    Line(
        "wording.own_recall",
        "respun phrases, no original, own articles, recall at precision .80",
        0.50,
        "trial: .15 on the seed",
    ),
    Line("wording.own_told_precision", "the same, what is told: precision", None, ""),
    Line("wording.own_told_recall", "the same, what is told: recall", None, ""),
    Line("wording.own_area", "respun articles, own, area under the curve", 0.97, "trial .913"),
    Line("wording.clean_flagged", "clean news called respun", 0.01, "trial .12", lower=True),
    Line("wording.respun_flagged", "respun articles called so, own", None, ""),
    Line("wording.rewrites_recall", "respun phrases, rewrites, recall at precision .80", None, ""),
    Line("wording.rewrites_told_precision", "the same, what is told: precision", None, ""),
    Line("wording.rewrites_told_recall", "the same, what is told: recall", None, ""),
    Line("wording.rewrites_area", "respun articles, rewrites, area under the curve", None, ""),
    Line("lineage.among_precision", "copies among 20,000 strangers: edge precision", 0.99, ""),
    Line("lineage.among_spun", "the same, spun: recall of edges", 0.98, "trial 1.0; usual tools 0"),
    Line("lineage.among_spun_cut", "the same, spun and cut", 0.95, "trial 1.0; usual tools 0"),
    Line("lineage.among_partial", "the same, partial", 0.90, "trial .72; usual tools .02"),
    Line("lineage.among_wire_cut", "the same, wire cut", 0.98, "trial 1.0; usual tools .10"),
    Line("lineage.attacked_precision", "names, numbers, function words attacked: edge precision", 0.99, ""),
    Line("lineage.attacked_spun", "the same, spun: recall of edges", 0.90, ""),
    Line("lineage.attacked_spun_cut", "the same, spun and cut", 0.90, ""),
    Line("lineage.attacked_partial", "the same, partial", 0.90, ""),
    Line("lineage.attacked_wire_cut", "the same, wire cut", 0.90, ""),
    Line("lineage.pair_f1", "copies, one text: pair F1", 0.95, "trial .864"),
    Line("lineage.bcubed_f1", "the same, B-cubed F1", 0.96, "trial .931"),
    Line("lineage.direction", "direction of edges right", 0.95, "trial .877"),
    Line("lineage.first", "first source right", 0.88, "trial .690"),
    Line("lineage.strict_parent_f1", "edges to the very parent, F1", 0.75, "trial .52 to .60"),
    Line("lineage.passages_f1", "passages carried over, F1 in characters", 0.90, "trial .75 to .80"),
    Line("lineage.altered_f1", "altered quotations, F1", 0.90, "trial .633"),
    Line("lineage.altered_marked_f1", "the same, of the form that the gold marks", None, ""),
    Line("lineage.altered_kind", "their kind right", 0.80, ""),
    Line("lineage.weighty_missed", "changed negations and numbers missed", 0, "", lower=True, digits=0),
    Line("lineage.independent", "number of independent texts right", 0.97, "trial .925; usual tools .21"),
    Line(
        "weighing.ecbplus_gold_conll", "ECB+, events across articles, gold mentions, CoNLL F1", 0.70, "same stem below"
    ),
    Line("weighing.ecbplus_gold_stem_conll", "the same, same stem", None, ""),
    Line("weighing.ecbplus_read_conll", "the same, our reader's mentions", None, ""),
    Line("weighing.ecbplus_read_stem_conll", "the same, same stem", None, ""),
    *_stories("dev", "stories that rules were tuned on"),
    *_stories("test", "stories held back"),
    Line("polnear.precision_at_half", "precision where recall is .50", 0.95, ""),
    Line("polnear.calibration_error", "expected calibration error", 0.05, "", lower=True),
    Line("footprint.weights_mb", "weights, MB", 40, "", lower=True, digits=1),
    Line("footprint.install_mb", "installed with all it needs, MB", 350, "", lower=True, digits=0),
    Line("footprint.import_s", "import sayso, s", 0.1, "", lower=True),
    Line("footprint.cold_read_s", "cold `sayso read` of one article, s", 1.5, "", lower=True, digits=2),
)


def reached(line: Line, value: float) -> bool | None:
    """Whether the goal is met; None without a goal."""
    if line.goal is None:
        return None
    return value <= line.goal if line.lower else value >= line.goal


def markdown(figures: Figures, lines: tuple[Line, ...] = LINES) -> str:
    """A Markdown table of the lines that have a figure."""
    rows = ["| what | reached | goal | to beat |", "|---|---|---|---|"]
    for line in lines:
        if line.key not in figures:
            continue
        value = figures[line.key]
        shown = "not reached" if value is None else _number(value, line.digits)
        met = None if value is None else reached(line, value)
        mark = "" if met is None else " ✓" if met else " ✗"
        goal = "-" if line.goal is None else ("at most " if line.lower else "") + _number(line.goal, line.digits)
        rows.append(f"| {line.label} | {shown}{mark} | {goal} | {line.anchor or '-'} |")
    return "\n".join(rows)


def _number(value: float, digits: int) -> str:
    text = f"{value:.{digits}f}"
    return text[1:] if digits == 3 and text.startswith("0.") else text


def page(figures: Figures, timed: dict[str, float | str | None], version: str) -> str:
    """The whole of docs/benchmarks.md."""
    rows = ["| what | figure |", "|---|---|"]
    for key, value in timed.items():
        shown = "not measured" if value is None else value if isinstance(value, str) else f"{value:,.4g}"
        rows.append(f"| {key.replace('_', ' ')} | {shown} |")
    return "\n".join(
        [
            "# Benchmarks",
            "",
            f"Weights {version}. Written by `make bench CORPORA=folder`; accuracy on development sets, whose README",
            "files name source and licence. A mark says whether the goal is met. Anchors: people are PolNeAR's",
            "annotators against each other; CofeNet is Wang et al. 2022; the rules are the GenderGapTracker's.",
            "",
            "## Accuracy, size, start",
            "",
            markdown(figures),
            "",
            "## Speed",
            "",
            "Measured in one run on the machine at hand; ratios carry over to other machines, rates do not.",
            "",
            *rows,
            "",
            "More: [lineage](lineage.md), on other sets and at a million texts; [the ledger](ledger.md), at 200,000",
            "articles; [weighing](weighing.md), claim by claim.",
            "",
        ]
    )
