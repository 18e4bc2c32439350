/** Delivered files to rows: recognition, layouts by period, parsing, rejects, the file ledger. */
@NullMarked
package careworkforce.common.ingest;

import org.jspecify.annotations.NullMarked;
