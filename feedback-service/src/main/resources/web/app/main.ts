/** The dashboard: importing a component defines its element. */
import './dashboard-app';
