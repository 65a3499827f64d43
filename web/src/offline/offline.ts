import { returnWhenReached, show } from './waiting'

show(document)
returnWhenReached(() => window.location.reload())
