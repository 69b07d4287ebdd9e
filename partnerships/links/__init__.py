"""Personal links that come by mail: one purpose, one thing, one address, used once. What opens behind them: views/mailed_links.py."""
