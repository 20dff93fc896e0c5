package org.postpurchase.admin.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.entity.EarningRule;
import org.postpurchase.broadleaf.settings.SavedRule;
import org.postpurchase.broadleaf.settings.SavedRules;
import org.postpurchase.loyalty.EarningRuleType;
import org.postpurchase.loyalty.SimulateRules;
import org.postpurchase.loyalty.Simulation;
import org.postpurchase.shared.AuditLog;

/**
 * Tries a rule on orders of the past: one that is switched off as if it had been on, one that is on
 * as if it had not been there. Needs the permission to change rules; nothing is changed. Each call
 * computes anew and leaves an audit row.
 */
final class TryRule implements AutoCloseable {
  private static final String ACTION = "simulate EarningRule";
  private static final int THREADS = 2;

  private final AdminAccess access;
  private final SavedRules rules;
  private final SimulateRules simulate;
  private final AuditLog audit;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<String, SimulationRun> runs = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS,
          work -> {
            Thread thread = new Thread(work, "pp-simulation");
            thread.setDaemon(true);
            return thread;
          });

  public TryRule(AdminAccess access, SavedRules rules, SimulateRules simulate, AuditLog audit) {
    this.access = access;
    this.rules = rules;
    this.simulate = simulate;
    this.audit = audit;
  }

  void requireRead() throws SecurityServiceException {
    access.requireRead(EarningRule.class);
  }

  boolean isAllowed() {
    return access.may(EarningRule.class, EntityOperationType.UPDATE);
  }

  /** Those that can be tried: whatever orders earn by. */
  List<SavedRule> rules() {
    return rules.all().stream().filter(TryRule::isAboutOrders).collect(Collectors.toList());
  }

  private static boolean isAboutOrders(SavedRule rule) {
    return rule.definition().filter(d -> !(d.type instanceof EarningRuleType.OfEvent)).isPresent();
  }

  /** A rule and what came of trying it. */
  static final class Tried {
    final SavedRule rule;
    final Simulation outcome;

    Tried(SavedRule rule, Simulation outcome) {
      this.rule = rule;
      this.outcome = outcome;
    }
  }

  /**
   * Begins to work it out in the background, in the place of what the same person began before.
   * Empty when there is no such rule or orders earn nothing by it.
   */
  Optional<SimulationRun> start(long ruleId, int days) throws SecurityServiceException {
    String subject = "EarningRule " + ruleId;
    access.require(EarningRule.class, EntityOperationType.UPDATE, ACTION, subject);
    Optional<SavedRule> rule = rules.find(ruleId).filter(TryRule::isAboutOrders);
    if (!rule.isPresent()) {
      return Optional.empty();
    }
    String actor = access.actor();
    SimulationRun run = new SimulationRun(numbers.incrementAndGet());
    runs.put(actor, run);
    threads.execute(
        () -> {
          try {
            Tried tried = new Tried(rule.get(), outcome(rule.get(), days, run));
            audit.done(actor, ACTION, subject, detail(tried.outcome, days));
            run.ended(tried);
          } catch (RuntimeException e) {
            run.failed(e);
          }
        });
    return Optional.of(run);
  }

  /** What this person began under that number; empty when it was replaced or is somebody else's. */
  Optional<SimulationRun> find(long id) {
    return Optional.ofNullable(runs.get(access.actor())).filter(run -> run.id == id);
  }

  /** Runs that are under way are cut off. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private Simulation outcome(SavedRule rule, int days, SimulateRules.Progress progress) {
    org.postpurchase.loyalty.EarningRule definition =
        rule.definition().orElseThrow(IllegalStateException::new);
    return rule.active
        ? simulate.without(definition.key, days, progress)
        : simulate.with(definition, days, progress);
  }

  private static String detail(Simulation outcome, int days) {
    StringBuilder text =
        new StringBuilder().append(days).append(" days, ").append(outcome.orders).append(" orders");
    for (Simulation.Part part : outcome.parts) {
      text.append(", ")
          .append(part.currency.getCurrencyCode())
          .append(' ')
          .append(part.pointsNow)
          .append(" -> ")
          .append(part.pointsThen);
    }
    return text.toString();
  }
}
