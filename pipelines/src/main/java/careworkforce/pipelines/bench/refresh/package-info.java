/** Times a night: one month arriving on years of history, beside making all of it anew. */
@NullMarked
package careworkforce.pipelines.bench.refresh;

import org.jspecify.annotations.NullMarked;
