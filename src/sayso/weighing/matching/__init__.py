"""Which assertions are about one proposition: candidates, a trained matcher, and clusters without chaining."""
