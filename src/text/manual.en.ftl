# What only the manual pages say.
