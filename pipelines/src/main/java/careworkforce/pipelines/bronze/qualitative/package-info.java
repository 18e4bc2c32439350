/** Qualitative measures of trusts and pathways, coded by those who interviewed. */
@NullMarked
package careworkforce.pipelines.bronze.qualitative;

import org.jspecify.annotations.NullMarked;
