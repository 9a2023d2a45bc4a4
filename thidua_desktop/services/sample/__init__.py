"""The sample office: an invented district whose figures are those of a real half-year report."""
