"""The plan, the figures and the money as workbooks: out, filled in, and in again."""
