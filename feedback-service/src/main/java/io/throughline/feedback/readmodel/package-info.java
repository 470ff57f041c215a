/** What people ask over HTTP, in PostgreSQL: the cases behind every number, the published values, the ledger. */
package io.throughline.feedback.readmodel;
