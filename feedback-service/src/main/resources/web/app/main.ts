/**
 * The one entry of the bundle: importing a component defines its element. The bundler would take every file beside this one
 * for an entry, too, and load the charts before they are needed; what a name with an underscore hides is left to the imports.
 */
import './_page/dashboard-app';
import './_page/styles/all.css';
