package org.postpurchase.broadleaf.offer;

import org.broadleafcommerce.core.workflow.ErrorHandler;
import org.broadleafcommerce.core.workflow.ProcessContext;
import org.broadleafcommerce.core.workflow.WorkflowException;
import org.postpurchase.shared.SparseLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a checkout as the host does, but without a stack trace for a refusal: that is no fault. */
public final class RefuseQuietly implements ErrorHandler {
  private static final Logger LOG = LoggerFactory.getLogger(RefuseQuietly.class);
  private static final SparseLog TROUBLE = new SparseLog(LOG);

  private final Class<? extends Exception> refusal;
  private final String reserved;

  /**
   * @param refusal what is expected
   * @param reserved what the activity reserves, for the log
   */
  public RefuseQuietly(Class<? extends Exception> refusal, String reserved) {
    this.refusal = refusal;
    this.reserved = reserved;
  }

  @Override
  public void setBeanName(String name) {
    // not a bean
  }

  @Override
  public void handleError(@SuppressWarnings("rawtypes") ProcessContext context, Throwable failure)
      throws WorkflowException {
    context.stopProcess();
    if (refusal.isInstance(failure)) {
      LOG.info("checkout refused: {}", failure.getMessage());
    } else {
      TROUBLE.error(
          reserved, "a checkout failed while its " + reserved + " were reserved", failure);
    }
    throw new WorkflowException(failure);
  }
}
