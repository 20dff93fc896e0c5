package org.postpurchase.broadleaf.config;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.postpurchase.consent.Consents;
import org.postpurchase.domain.CheckDomain;
import org.postpurchase.domain.dns.DnsModule;
import org.postpurchase.feedback.MailEvents;
import org.postpurchase.feedback.MailFeedback;
import org.postpurchase.feedback.ProviderEvent;
import org.postpurchase.feedback.ProviderEvents;
import org.postpurchase.feedback.jdbc.FeedbackJdbcModule;
import org.postpurchase.shared.json.JsonModule;
import org.postpurchase.tracking.LinkPurpose;
import org.postpurchase.tracking.LinkRefusedException;
import org.postpurchase.tracking.LinkSigner;

/** What providers report of mails, put together once for each webapp. */
public final class FeedbackParts {
  /** Path of the addresses that providers call. */
  private static final String PATH = "/post-purchase/callback/";

  private final Infrastructure base;
  public final List<MailEvents> providers;
  public final ProviderEvents events;
  public final MailFeedback mails;
  private final LinkSigner signer;
  private final String publicUrl;

  /** Empty when it is not set. */
  public final String dkimSelector;

  public final CheckDomain domains = new CheckDomain(DnsModule.reader());

  FeedbackParts(
      Infrastructure base,
      FeedbackProperties properties,
      Consents consents,
      LinkSigner signer,
      String publicUrl) {
    this.base = base;
    this.signer = signer;
    this.publicUrl = publicUrl;
    this.dkimSelector = properties.dkimSelector();
    events = FeedbackJdbcModule.events(base.jdbc, base.inserts);
    providers =
        properties.events(JsonModule.reader(), FeedbackJdbcModule.sentMails(base.jdbc), base.clock);
    mails = new MailFeedback(events, consents, base.audit, base.transactions, base.clock);
  }

  /** Empty for one that is not switched on. */
  public Optional<MailEvents> provider(String name) {
    return providers.stream().filter(each -> each.provider().equals(name)).findFirst();
  }

  /** The address to be entered at the provider. */
  public String address(String provider) {
    return publicUrl + PATH + provider + '/' + signer.token(LinkPurpose.CALLBACK, number(provider));
  }

  /** Whether the token is of the address that {@link #address} gives. */
  public boolean isToken(String provider, String token) {
    try {
      return signer.read(LinkPurpose.CALLBACK, token) == number(provider);
    } catch (LinkRefusedException refused) {
      return false;
    }
  }

  private static long number(String provider) {
    CRC32 crc = new CRC32();
    crc.update(provider.getBytes(StandardCharsets.US_ASCII));
    return crc.getValue();
  }

  /** A request whose signature was wrong: kept once an hour, however many there are. */
  public void forged(String provider) {
    base.transactions.run(
        () ->
            events.add(
                Collections.singleton(
                    new ProviderEvent(
                        provider,
                        "forged:" + base.clock.instant().truncatedTo(ChronoUnit.HOURS),
                        ProviderEvent.Kind.FORGED,
                        "",
                        "",
                        null)),
                base.clock.instant()));
  }
}
