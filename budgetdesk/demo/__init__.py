"""The main job on the sample household, without a person at the desk."""
