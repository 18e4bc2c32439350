/** What drives moves between occupations, moves of trust and leaving (03.13 to 03.16). */
@NullMarked
package careworkforce.pipelines.gold.careers.drivers;

import org.jspecify.annotations.NullMarked;
