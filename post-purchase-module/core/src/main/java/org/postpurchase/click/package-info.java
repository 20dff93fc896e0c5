/**
 * Measures which links of advertising mails people follow, where a merchant wants that and the
 * reader has not objected. There is no redirect: a link leads where it always led, and carries one
 * signed parameter that the page of destination reports once a person is seen to be there.
 *
 * <p>Front doors: {@link org.postpurchase.click.MeasureClicks} marks links, {@link
 * org.postpurchase.click.RecordClick} takes reports, {@link org.postpurchase.click.ReadClicks}
 * tells what is counted.
 */
package org.postpurchase.click;
