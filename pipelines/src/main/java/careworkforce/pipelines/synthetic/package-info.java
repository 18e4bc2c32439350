/** One consistent synthetic England with planted truths, which every source's writer draws from. */
@NullMarked
package careworkforce.pipelines.synthetic;

import org.jspecify.annotations.NullMarked;
