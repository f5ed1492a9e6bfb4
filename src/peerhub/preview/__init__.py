"""The preview: a site in the making, shown in a browser and made again where it changes."""
