package org.postpurchase.privacy;

import java.time.Instant;
import org.postpurchase.people.Identity;

/** Everything that the plugin's tables hold about one person. Joins the caller's transaction. */
public interface PersonalData {
  /** All rows about the person, table by table. Changes nothing. */
  Export export(Identity person);

  /**
   * Takes the person's identity out of all tables. Rows that sums, stars, scores, draws or proofs
   * rest on stay under a pseudonym that leads back to nobody; texts and addresses go; messages that
   * have not left are cancelled; consents and suppressions stay under a hash, so that the address
   * stays suppressed if the shop ever meets it again. Active runs must have been ended before.
   *
   * <p>Done again it finds nothing. The host's own customer and orders are not touched.
   *
   * @param token random, lower case letters and digits, makes the pseudonym unique
   * @throws org.postpurchase.shared.PostPurchaseException when a message to the person is being
   *     handed over at this moment
   */
  ErasureReport erase(Identity person, String token, Instant now);
}
