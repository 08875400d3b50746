"""What we promise, measured: ratios and counts taken side by side in one run."""
