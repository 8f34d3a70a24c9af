"""Other bots with a flow of a dozen screens, each as the documentation of its library shows it."""
