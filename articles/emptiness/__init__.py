"""Why a list has no article, and what there would be if less were asked."""
