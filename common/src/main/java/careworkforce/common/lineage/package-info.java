/** Where rows and columns come from, told in the words of OpenLineage. */
@NullMarked
package careworkforce.common.lineage;

import org.jspecify.annotations.NullMarked;
