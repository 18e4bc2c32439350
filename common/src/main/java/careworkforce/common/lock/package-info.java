/** One writer at a time on a lake, whoever and wherever the others are. */
@NullMarked
package careworkforce.common.lock;

import org.jspecify.annotations.NullMarked;
