# Det som bara manualsidorna säger.
