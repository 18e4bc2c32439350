/** Studies, one folder each, and the contract that all their tables of estimates share. */
@NullMarked
package careworkforce.pipelines.gold;

import org.jspecify.annotations.NullMarked;
