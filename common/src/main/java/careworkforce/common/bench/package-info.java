/** What a benchmark measures of its own process. */
@NullMarked
package careworkforce.common.bench;

import org.jspecify.annotations.NullMarked;
