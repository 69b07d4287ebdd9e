"""What changed since a strategy was last reviewed, from the records and the findings. Pure, but for what hands it over."""
