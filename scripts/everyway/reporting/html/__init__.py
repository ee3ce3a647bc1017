"""The report as pages for editors, from the templates of `themes/report/`: no script, nothing from elsewhere."""
