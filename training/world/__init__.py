"""Scripts that make the tables of `dragoman.world` from open sources; never imported by the package."""
