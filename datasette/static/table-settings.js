// Datasette's script for tables asks for this. Facets are allowed, as datasette.yaml says.
var DATASETTE_ALLOW_FACET = true;
