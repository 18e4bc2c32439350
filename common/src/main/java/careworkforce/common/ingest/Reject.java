package careworkforce.common.ingest;

import java.io.Serializable;

/**
 * A row that was not accepted.
 *
 * @param code why
 * @param reason a sentence with column and value, where the value is no identifier
 * @param column delivered column that failed; empty if the line as a whole did
 * @param line line of the file, from 1
 * @param content the line, identifiers masked, cut after 2,000 characters
 */
record Reject(RejectCode code, String reason, String column, long line, String content)
    implements Serializable {}
