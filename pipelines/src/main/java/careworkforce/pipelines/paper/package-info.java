/** What studies are written up from: tables and figures of papers, and summaries for policy. */
@NullMarked
package careworkforce.pipelines.paper;

import org.jspecify.annotations.NullMarked;
