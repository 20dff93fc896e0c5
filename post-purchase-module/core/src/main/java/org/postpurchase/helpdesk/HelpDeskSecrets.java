package org.postpurchase.helpdesk;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postpurchase.tracking.LinkSigner;

/**
 * The secret that signs webhooks and the key that opens customer snapshots. Both follow from the
 * shop's own key and their number, so that no row holds them. Signatures are those of the Standard
 * Webhooks specification, for which there are libraries in most languages.
 */
public final class HelpDeskSecrets {
  private static final String ALGORITHM = "HmacSHA256";

  private final LinkSigner signer;

  public HelpDeskSecrets(LinkSigner signer) {
    this.signer = requireNonNull(signer, "signer");
  }

  /** What a receiver is given to check signatures with. */
  public String signingSecret(HelpDeskSettings settings) {
    return "whsec_" + Base64.getEncoder().encodeToString(secret(settings));
  }

  /** What is shown to ask about customers. */
  public String snapshotKey(HelpDeskSettings settings) {
    byte[] key = signer.secretNamed("helpdesk-snapshot:" + settings.keyNo);
    return "ppk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(key);
  }

  /** Whether that is the key; takes as long for a wrong one. */
  public boolean isSnapshotKey(HelpDeskSettings settings, String given) {
    byte[] expected = snapshotKey(settings).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The value of {@code webhook-signature}: over id, time and body, so that an old call cannot be
   * sent again as a new one.
   */
  String signature(HelpDeskSettings settings, String id, long epochSecond, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret(settings), ALGORITHM));
      mac.update((id + '.' + epochSecond + '.').getBytes(StandardCharsets.US_ASCII));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + ALGORITHM, e);
    }
  }

  private byte[] secret(HelpDeskSettings settings) {
    return signer.secretNamed("helpdesk-webhook:" + settings.secretNo);
  }
}
