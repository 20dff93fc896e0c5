/** Reading of YAML with a relocated library. */
package org.postpurchase.portable.yaml;
