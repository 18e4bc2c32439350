/** Reading and writing Delta tables by contract. */
@NullMarked
package careworkforce.common.delta;

import org.jspecify.annotations.NullMarked;
