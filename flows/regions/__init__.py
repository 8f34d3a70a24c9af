"""The screens of the guide, one module for each kind of visitor."""
