"""TIMES: time expressions and the calendar intervals that they name. Takes a text, the spans of its time expressions
(or finds them by rules) and the document's date, which may be unknown or contradicted by the text; gives one
``TimeExpression`` for each span, with the anchor it was counted from, or the reason why it is unknown. Touches its own
table of dated events in ``data/`` and nothing else. No clock is read."""
