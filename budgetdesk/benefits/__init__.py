"""Benefits: what a household may be missing, computed, dated and explained. Never a decision."""
