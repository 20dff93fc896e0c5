package org.postpurchase.helpdesk;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.HeldLease;
import org.postpurchase.shared.Node;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.WorkFailures;

/**
 * Delivers webhooks, each at least once: a call whose answer was lost is made again with the same
 * id. One node at a time does so. A call that fails rests while later ones go on, so receivers
 * compare {@code edition}; after ten attempts it waits for a person.
 */
public final class CallHelpDesk implements DueWork {
  private static final String NAME = "helpdesk";
  private static final int BATCH = 50;
  private static final int LEASE_SECONDS = 60;

  private final HelpDeskStore store;
  private final CaseJson json;
  private final HelpDeskSecrets secrets;
  private final HookLine line;
  private final boolean privateAllowed;
  private final Transactions transactions;
  private final Node node;

  /**
   * @param privateAllowed whether calls may go into private networks, and unencrypted
   */
  public CallHelpDesk(
      HelpDeskStore store,
      CaseJson json,
      HelpDeskSecrets secrets,
      boolean privateAllowed,
      Transactions transactions,
      Node node) {
    this.store = requireNonNull(store, "store");
    this.json = requireNonNull(json, "json");
    this.secrets = requireNonNull(secrets, "secrets");
    this.privateAllowed = privateAllowed;
    this.transactions = requireNonNull(transactions, "transactions");
    this.node = requireNonNull(node, "node");
    line = new HookLine(privateAllowed);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean followsEvents() {
    return true;
  }

  /** Events wake it; a call that failed waits for half a minute at least. */
  @Override
  public int restsAtMost() {
    return 30;
  }

  private WorkFailures.Work<HookCall> work() {
    return WorkFailures.Work.of(NAME, store::waiting, call -> "webhook " + call.id, this::deliver);
  }

  @Override
  public int runDue() {
    if (transactions.call(store::countWaiting) == 0) {
      return 0;
    }
    return HeldLease.during(
            node.leases, NAME, node.owner, LEASE_SECONDS, () -> node.failures.run(work(), BATCH))
        .orElse(0);
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return transactions.call(store::countWaiting) == 0
        ? Optional.empty()
        : node.failures.next(work(), BATCH, at -> Optional.empty());
  }

  private boolean deliver(HookCall call) {
    HelpDeskSettings settings = transactions.call(store::read);
    if (settings.tells()) {
      HookAddress to =
          HookAddress.read(settings.url, privateAllowed)
              .orElseThrow(
                  () -> new HookFailedException("'" + settings.url + "' is no https address."));
      byte[] body = transactions.call(() -> json.of(call)).getBytes(StandardCharsets.UTF_8);
      int status = line.post(to, headers(settings, call, body), body);
      if (status / 100 != 2) {
        throw new HookFailedException(said(to, status));
      }
    }
    transactions.run(() -> store.delivered(call.id));
    return true;
  }

  private static String said(HookAddress to, int status) {
    String cure =
        status / 100 == 3
            ? " It leads elsewhere: enter that address itself."
            : status == 401 || status == 403 ? " Does it have the signing secret?" : "";
    return to.authority() + " answered " + status + '.' + cure;
  }

  private Map<String, String> headers(HelpDeskSettings settings, HookCall call, byte[] body) {
    long now = node.clock.instant().getEpochSecond();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", call.messageId());
    headers.put("webhook-timestamp", String.valueOf(now));
    headers.put("webhook-signature", secrets.signature(settings, call.messageId(), now, body));
    return headers;
  }
}
