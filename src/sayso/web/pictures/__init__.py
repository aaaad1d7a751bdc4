"""Pictures as SVG, made by pure functions: no style but classes, so that the style sheet gives them their colours."""
