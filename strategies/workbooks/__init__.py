"""The action plan, the figures and the money as workbooks: written, filled in by partners without us, read again and compared."""
