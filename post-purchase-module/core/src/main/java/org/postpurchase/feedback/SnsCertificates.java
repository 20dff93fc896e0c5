package org.postpurchase.feedback;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postpurchase.shared.SparseLog;
import org.slf4j.LoggerFactory;

/**
 * Certificates of SNS, read from Amazon over HTTPS and kept; nothing is read from anywhere else.
 */
public final class SnsCertificates implements SesEvents.Certificates {
  private static final Pattern AMAZON =
      Pattern.compile(
          "https://sns\\.[a-z]{2}(-[a-z0-9]{1,12}){1,4}\\.amazonaws\\.com(\\.cn)?/"
              + "SimpleNotificationService-[A-Za-z0-9]{1,64}\\.pem");
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(SnsCertificates.class));
  private static final int WAIT_MILLIS = 5_000;
  private static final int KEPT_MOST = 16;

  private final Clock clock;
  private final Map<String, X509Certificate> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<String, X509Certificate>(32, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, X509Certificate> eldest) {
              return size() > KEPT_MOST;
            }
          });

  public SnsCertificates(Clock clock) {
    this.clock = clock;
  }

  /** Whether it is the address of a certificate of SNS itself. */
  public static boolean isAmazons(String url) {
    return AMAZON.matcher(url).matches();
  }

  @Override
  public Optional<PublicKey> at(String url) {
    if (!isAmazons(url)) {
      return Optional.empty();
    }
    try {
      X509Certificate certificate = kept.get(url);
      if (certificate == null) {
        certificate = read(url);
        kept.put(url, certificate);
      }
      certificate.checkValidity(Date.from(clock.instant()));
      return Optional.of(certificate.getPublicKey());
    } catch (IOException | GeneralSecurityException e) {
      TROUBLE.warn("certificate", "a certificate of SNS could not be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static X509Certificate read(String url) throws IOException, GeneralSecurityException {
    HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(WAIT_MILLIS);
    connection.setReadTimeout(WAIT_MILLIS);
    try (InputStream in = connection.getInputStream()) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    } finally {
      connection.disconnect();
    }
  }
}
