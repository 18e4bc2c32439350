/** Typed settings over HOCON. */
@NullMarked
package careworkforce.common.conf;

import org.jspecify.annotations.NullMarked;
