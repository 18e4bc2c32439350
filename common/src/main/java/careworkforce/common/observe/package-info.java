/** What a machine that watches the nights is told: metrics and notices. */
@NullMarked
package careworkforce.common.observe;

import org.jspecify.annotations.NullMarked;
