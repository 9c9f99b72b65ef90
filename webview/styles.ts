/** The style sheets in the order in which they count. */
import './panel.css';
import './readiness/readiness.css';
import './diagrams/diagrams.css';
import './roadmap/roadmap.css';
import './decisions/decisions.css';
import './targets/targets.css';
import './gates/gates.css';
import './risks/risks.css';
import './export/export.css';
