/** Care home residents, their arrivals at A&E and days in hospital. */
@NullMarked
package careworkforce.pipelines.synthetic.residents;

import org.jspecify.annotations.NullMarked;
