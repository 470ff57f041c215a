/** What the web page needs beside KPIs, ledger and reports. The page itself is in src/main/resources/web. */
package io.throughline.feedback.dashboard;
