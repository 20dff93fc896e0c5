package org.postpurchase.admin.recommend;

import java.util.Optional;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.RecommendationRecord;
import org.postpurchase.broadleaf.config.ContentParts;
import org.postpurchase.recommend.Complement;
import org.postpurchase.recommend.RecommendState;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Transactions;

/**
 * Switches, builds and pairs on a person's word. Needs UPDATE on {@link RecommendationRecord}; the
 * change and its audit row are one, but for a build, which has a transaction of its own.
 */
final class EditRecommendations {
  private static final String SUBJECT = "recommendations";

  private final AdminAccess access;
  private final ContentParts parts;
  private final AuditLog audit;
  private final Transactions transactions;

  public EditRecommendations(
      AdminAccess access, ContentParts parts, AuditLog audit, Transactions transactions) {
    this.access = access;
    this.parts = parts;
    this.audit = audit;
    this.transactions = transactions;
  }

  void turn(boolean on) throws SecurityServiceException {
    String action = on ? "switch recommendations on" : "switch recommendations off";
    require(action);
    transactions.run(
        () -> {
          parts.recommendations.turn(on);
          audit.done(access.actor(), action, SUBJECT, "");
        });
    parts.recommend.forget();
  }

  RecommendState build() throws SecurityServiceException {
    require("build recommendations");
    RecommendState built = parts.build.now();
    transactions.run(
        () ->
            audit.done(
                access.actor(),
                "build recommendations",
                SUBJECT,
                built.orders
                    + " orders, "
                    + built.products
                    + " products, "
                    + built.millis
                    + " ms"));
    return built;
  }

  /** False when the pair is there already. */
  boolean add(Complement pair) throws SecurityServiceException {
    require("add pair");
    boolean added =
        transactions.call(
            () -> {
              Optional<Long> id = parts.recommendations.add(pair);
              id.ifPresent(i -> audit(pair.withId(i), "add pair"));
              return id.isPresent();
            });
    parts.recommend.forget();
    return added;
  }

  /** False when it is gone already. */
  boolean remove(long id) throws SecurityServiceException {
    require("remove pair");
    boolean removed =
        transactions.call(
            () -> {
              Optional<Complement> pair = parts.recommendations.complement(id);
              pair.ifPresent(
                  p -> {
                    parts.recommendations.remove(id);
                    audit(p, "remove pair");
                  });
              return pair.isPresent();
            });
    parts.recommend.forget();
    return removed;
  }

  private void require(String action) throws SecurityServiceException {
    access.require(RecommendationRecord.class, EntityOperationType.UPDATE, action, SUBJECT);
  }

  private void audit(Complement pair, String action) {
    String detail =
        (pair.forCategory ? "category " : "product ")
            + pair.forId
            + " with product "
            + pair.productId
            + " "
            + pair.offer
            + " "
            + pair.code;
    audit.done(access.actor(), action, "pair " + pair.id, detail);
  }
}
