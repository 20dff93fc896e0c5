package org.postpurchase.helpdesk;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.postpurchase.tracking.HmacSha256;
import org.postpurchase.tracking.LinkSigner;

/**
 * The secret that signs webhooks and the key that opens customer snapshots. Both follow from the
 * shop's own key and their number, so that no row holds them. Signatures are those of the Standard
 * Webhooks specification, for which there are libraries in most languages.
 */
public final class HelpDeskSecrets {
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
    byte[] head = (id + '.' + epochSecond + '.').getBytes(StandardCharsets.US_ASCII);
    byte[] signed = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, signed, head.length, body.length);
    byte[] code = new HmacSha256(secret(settings)).of(signed);
    return "v1," + Base64.getEncoder().encodeToString(code);
  }

  private byte[] secret(HelpDeskSettings settings) {
    return signer.secretNamed("helpdesk-webhook:" + settings.secretNo);
  }
}
