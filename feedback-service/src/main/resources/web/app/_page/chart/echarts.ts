/** Only what the charts use of echarts, so that only that is sent. It is a part of its own, which comes after the page. */
import { LineChart, SankeyChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([LineChart, SankeyChart, GridComponent, TooltipComponent, CanvasRenderer]);

export { init };
