"""What draws anything that is printed; it knows neither the catalogue nor any one kind of paper."""
